import { cannotRead } from '../../domain/ledger/unreadable'

/** What one file may cost the server. A county's ledger is a hundredth of it. */
const limits = {
  fileMegabytes: 20,
  zipEntries: 2000,
  sheets: 60,
  rows: 20_000,
  columns: 200,
  /** Filled cells of one sheet: 35 columns of the longest one. */
  cells: 700_000,
  cellLength: 32_767,
  merges: 50_000,
  /** Bytes of one part once unpacked, and how many times larger than its packed form it may be. */
  sheetBytes: 200_000_000,
  partBytes: 64_000_000,
  ratio: 250,
  /** Parts below this may have any ratio: an empty sheet packs well. */
  ratioFrom: 4_000_000,
} as const
export const workbookLimits = limits

const turnMillis = 10

/** What has been read of one sheet, against what may be. */
export class Count {
  private rows = 0
  private cells = 0

  constructor(private readonly sheet: string) {}

  add(cells: number): void {
    this.rows += 1
    this.cells += cells
    // Titles, heads and totals are not rows of the table.
    if (this.rows > limits.rows + 200) cannotRead('sheet-too-many-rows', { sheet: this.sheet, max: limits.rows })
    if (this.cells > limits.cells) cannotRead('sheet-too-many-cells', { sheet: this.sheet, max: limits.cells })
  }
}

/** Lets others have their turn when the reader has held the event loop for a while. */
export class Turns {
  private since = performance.now()

  due(): boolean {
    return performance.now() - this.since > turnMillis
  }

  async pass(): Promise<void> {
    await new Promise<void>((done) => setImmediate(done))
    this.since = performance.now()
  }
}
