import { type EvidenceFile, EvidenceThumb } from './evidence-thumb'

/** Photographs small, side by side; each opens in a tab of its own. */
export function PhotoRow({ files }: { files: readonly EvidenceFile[] }) {
  return (
    <div className="evidence">
      {files.map((file) => (
        <span key={file.id} className="evidence-file">
          <EvidenceThumb file={file} />
        </span>
      ))}
    </div>
  )
}
