import type { Params } from '../errors'
import type { FileCode } from './shapes'

/** Why a file is not taken; the code names a text in `messages/imports.file`. The only error that reading a file throws. */
export class UnreadableFile extends Error {
  readonly code: FileCode
  readonly params: Params

  constructor(code: FileCode, params: Params = {}) {
    super(code)
    this.name = 'UnreadableFile'
    this.code = code
    this.params = params
  }
}

export function cannotRead(code: FileCode, params?: Params): never {
  throw new UnreadableFile(code, params)
}
