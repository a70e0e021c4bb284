import { z } from 'zod'

/** What a backup holds: written last, so that a folder without it is an unfinished backup. */
export const backupManifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  chain: z.object({ seq: z.number().int(), hash: z.string(), epoch: z.number().int() }),
  files: z.array(
    z.object({
      path: z.string().regex(/^(library\.db|evidence\/[0-9a-f]{2}\/[0-9a-f]{64})$/),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  /** Evidence that was lost or altered already when the backup was made. */
  damagedEvidence: z.array(z.object({ sha256: z.string(), problem: z.enum(['missing', 'altered']) })),
})
export type BackupManifest = z.infer<typeof backupManifest>
