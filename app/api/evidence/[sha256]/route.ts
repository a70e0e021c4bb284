import { evidenceFile } from '../../../../db/queries/evidence'
import { found, Refusal } from '../../../../domain/errors'
import { problem, problemOf } from '../../../_lib/problem'
import { apiViewer } from '../../../_lib/session'

type Context = { params: Promise<{ sha256: string }> }

/** A file for whoever may read what it hangs on; for everybody else there is no such file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { actor } = await apiViewer(request)
    const { name, mime, bytes } = found(evidenceFile(actor, (await params).sha256))
    return bytes ? sent(name, mime, bytes) : problem(503, 'file-lost')
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}

/** Pictures are shown, documents are saved; neither can run anything. */
function sent(name: string, mime: string, bytes: Buffer): Response {
  const shown = mime.startsWith('image/') ? 'inline' : 'attachment'
  const plain = name.replace(/[^\w.-]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-length': String(bytes.length),
      'content-disposition': `${shown}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
