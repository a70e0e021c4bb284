import { importOriginal } from '../../../../db/queries/imports'
import { Refusal } from '../../../../domain/errors'
import { problem, problemOf } from '../../../_lib/problem'
import { idOf } from '../../../_lib/query'
import { apiViewer } from '../../../_lib/session'

type Context = { params: Promise<{ id: string }> }

/** The workbook as it was handed in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { actor } = await apiViewer(request)
    const { fileName, mime, bytes } = importOriginal(actor, idOf((await params).id))
    return bytes ? sent(fileName, mime, bytes) : problem(503, 'file-lost')
  } catch (error) {
    if (error instanceof Refusal) return problemOf(error)
    throw error
  }
}

function sent(name: string, mime: string, bytes: Buffer): Response {
  const plain = name.replace(/[^\w.-]/g, '_')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mime,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

const percent = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
