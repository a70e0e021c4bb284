import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { draftFiles, findingDraft } from '../../domain/draft'
import { found } from '../../domain/errors'
import { orm } from '../client'
import { uploadEvidence } from '../commands/evidence'
import { assignFinding, transferFinding } from '../commands/findings'
import { approveExtension, requestExtension } from '../commands/findings-extensions'
import { acknowledgeFinding, planFinding, requestClosure, startRectifying } from '../commands/findings-rectify'
import { closeFinding, closeWithRecheck, reopenFinding, sendBackFinding } from '../commands/findings-verify'
import { confirmWithdrawal, proposeWithdrawal } from '../commands/findings-withdrawal'
import { findings } from '../schema'
import { actorNamed, organisationId, ownerOf } from './cast'
import type { As, Diary } from './diary'
import { pictureOf, type SceneName } from './pictures'

/** Which finding, asked when it is time: it gets its number only on the site. */
export type Which = () => number
type Row = typeof findings.$inferSelect

const rowOf = (which: Which): Row => found(orm().select().from(findings).where(eq(findings.id, which())).get())
const refOf = (which: Which): { id: number; version: number } => {
  const { id, version } = rowOf(which)
  return { id, version }
}

/** One finding's way, day by day: the two supervisors on one side, the unit on the other. */
export class Rectification {
  constructor(
    private readonly diary: Diary,
    private readonly which: Which,
    private unit: string,
  ) {}

  private on(day: Day, act: (as: As, ref: { id: number; version: number }) => void | Promise<void>): this {
    this.diary.on(day, (as) => act(as, refOf(this.which)), 10)
    return this
  }

  private get owner(): () => UserActor {
    const { unit } = this
    return () => ownerOf(unit)
  }

  assign(day: Day, dueOn: Day): this {
    const { unit } = this
    return this.on(day, (as, ref) =>
      assignFinding(as(first()), { ...ref, unitId: organisationId(unit), person: '项目负责人', dueOn, words: '请按期整改并报送佐证' }),
    )
  }

  /** From now on another unit answers for it. */
  transfer(day: Day, unit: string): this {
    this.unit = unit
    return this.on(day, (as, ref) =>
      transferFinding(as(first()), { ...ref, unitId: organisationId(unit), person: '分管负责人', words: '审批事项由该单位牵头办理' }),
    )
  }

  acknowledge(day: Day): this {
    const { owner } = this
    return this.on(day, (as, ref) => acknowledgeFinding(as(owner()), { ...ref, words: null }))
  }

  plan(day: Day, words: string): this {
    const { owner } = this
    return this.on(day, (as, ref) => planFinding(as(owner()), { ...ref, words }))
  }

  start(day: Day): this {
    const { owner } = this
    return this.on(day, (as, ref) => startRectifying(as(owner()), { ...ref, words: null }))
  }

  /** Done, with a photograph as proof. */
  request(day: Day, words: string, scene: SceneName): this {
    const { owner } = this
    return this.on(day, async (as, ref) => {
      const proof = { subject: draftFiles(findingDraft(ref.id)), name: '整改后.jpg', bytes: await pictureOf(scene) }
      await uploadEvidence(as(owner()), proof)
      requestClosure(as(owner()), { ...ref, words })
    })
  }

  sendBack(day: Day, words: string, dueOn: Day): this {
    return this.on(day, (as, ref) => sendBackFinding(as(second()), { ...ref, words, dueOn }))
  }

  close(day: Day): this {
    return this.on(day, (as, ref) => closeFinding(as(second()), { ...ref, words: '现场核验，同意销号' }))
  }

  closeToLookAgain(day: Day, recheckDueOn: Day): this {
    return this.on(day, (as, ref) => closeWithRecheck(as(second()), { ...ref, words: '同意，到期回头看', recheckDueOn }))
  }

  reopen(day: Day, words: string): this {
    return this.on(day, (as, ref) => reopenFinding(as(first()), { ...ref, words }))
  }

  askForTime(day: Day, dueOn: Day, words: string): this {
    const { owner } = this
    return this.on(day, (as, ref) => {
      requestExtension(as(owner()), { ...ref, dueOn, words })
    })
  }

  /** The request that waits is agreed to. */
  giveTime(day: Day, extension: Which): this {
    return this.on(day, (as) => approveExtension(as(second()), { id: extension() }))
  }

  proposeWithdrawal(day: Day, words: string): this {
    return this.on(day, (as, ref) => proposeWithdrawal(as(first()), { ...ref, words }))
  }

  confirmWithdrawal(day: Day): this {
    return this.on(day, (as, ref) => confirmWithdrawal(as(second()), { ...ref, words: null }))
  }
}

const first = (): UserActor => actorNamed('supervisor1')
const second = (): UserActor => actorNamed('supervisor2')
