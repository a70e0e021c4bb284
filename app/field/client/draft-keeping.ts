import type { VisitDraft } from '../visit-draft'
import type { Database } from './database'
import type { Person } from './people'
import { tellOthers } from './signals'
import { finishVisit, type Saved, saveDraft } from './visits'

/** `kept` it is on the device; `full` and `failed` it is only on the screen; `elsewhere` another tab wrote; `gone` another tab finished or threw it away. */
export type Keeping = 'kept' | 'saving' | 'full' | 'failed' | 'elsewhere' | 'gone'

/** Writes every change through, one write at a time, always the newest: whatever is on the screen is on the device a moment later. */
export class DraftKeeper {
  private dirty = false
  private going: Promise<void> | null = null
  private retry = 0

  constructor(
    private readonly db: Database,
    private readonly person: Person,
    private draft: VisitDraft,
    private rev: number,
    private readonly say: (keeping: Keeping) => void,
  ) {}

  get safe(): boolean {
    return !this.dirty && this.going === null
  }

  /** Whether another tab has written since. */
  behind(rev: number): boolean {
    return rev > this.rev
  }

  change(draft: VisitDraft): void {
    this.draft = draft
    this.dirty = true
    this.going ??= this.write()
  }

  /** What stands here counts, whatever the other tab wrote. */
  insist(rev: number): void {
    this.rev = rev
    this.change(this.draft)
  }

  async finish(): Promise<Saved> {
    await this.going
    if (this.dirty) return 'full'
    const saved = await finishVisit(this.db, this.person, this.draft, this.rev)
    if (saved === 'full') this.say('full')
    return saved
  }

  private async write(): Promise<void> {
    clearTimeout(this.retry)
    this.say('saving')
    while (this.dirty) {
      this.dirty = false
      const saved = await saveDraft(this.db, this.person, this.draft, this.rev).catch(() => 'failed' as const)
      if (typeof saved === 'object') this.rev = saved.rev
      else return this.stopped(saved)
    }
    this.going = null
    this.say('kept')
    tellOthers('typed')
  }

  private stopped(why: Exclude<Keeping, 'kept' | 'saving'>): void {
    this.going = null
    this.dirty = true
    this.say(why)
    if (why === 'full' || why === 'failed') this.retry = window.setTimeout(() => this.change(this.draft), 4000)
  }
}
