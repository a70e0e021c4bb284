import { newApplication } from '../../domain/list-application'
import type { ChainId } from '../../domain/plan'
import { newPolicyBid } from '../../domain/policy-bid'
import { assignLeader } from '../commands/assignments'
import { recordApplication } from '../commands/registers'
import { recordPolicyBid } from '../commands/registers-bids'
import { setChainLead } from '../commands/registers-leads'
import { actorNamed, office } from './cast'
import type { As, Diary } from './diary'
import type { Profile } from './works'
import { versionOf } from './year-plan'

const bureau = () => actorNamed('bureau1')
const leads: [ChainId, string][] = [
  ['machinery', '领导甲'],
  ['cuisine', '领导乙'],
  ['tourism', '领导丙'],
  ['chemicals', '领导丁'],
  ['nonferrous', '领导甲'],
  ['food', '领导乙'],
  ['building', '领导戊'],
]

/** Who leads a chain and who looks after a work; one of either has changed. Two chains have nobody. */
export function nameLeaders(diary: Diary, profiles: readonly Profile[]): void {
  diary.on('2025-01-06', (as) => {
    for (const [chain, person] of leads)
      setChainLead(as(bureau()), { chain, version: 0, person, post: '县级领导（演示）', fromDay: '2025-01-06' })
  })
  diary.on('2025-07-01', (as) => changeLead(as))
  const codes = profiles.filter(({ stage }) => stage === 'construction').map(({ work }) => work.code)
  diary.on('2025-09-16', (as) => {
    for (const [index, code] of codes.slice(0, 14).entries())
      assignLeader(as(bureau()), {
        code,
        version: versionOf(code),
        person: leads[index % leads.length]?.[1] ?? null,
        fromDay: '2025-01-08',
      })
  })
}

function changeLead(as: As): void {
  const now = { chain: 'tourism' as const, person: '领导戊', post: '县级领导（演示）', fromDay: '2025-07-01' }
  setChainLead(as(bureau()), { ...now, version: leads.findIndex(([chain]) => chain === 'tourism') + 1 })
}

const lists = [
  { level: 'province', listName: '省重点建设项目名单（演示）', year: '2025', submittedOn: '2024-11-20', documentNo: '演示报〔2024〕12号' },
  { level: 'province', listName: '省重点建设项目名单（演示）', year: '2025', submittedOn: '2024-11-20', documentNo: '演示报〔2024〕12号' },
  { level: 'city', listName: '市重点项目名单（演示）', year: '2025', submittedOn: '2024-12-05', documentNo: '演示报〔2024〕15号' },
  { level: 'city', listName: '市重点项目名单（演示）', year: '2026', submittedOn: '2025-09-28', documentNo: '演示报〔2025〕9号' },
  { level: 'national', listName: '中央预算内投资储备（演示）', year: '2026', submittedOn: '2025-09-20', documentNo: null },
]
const results = [
  { result: 'accepted', resultOn: '2025-02-18', resultDocument: '演示复〔2025〕4号', raiseLevel: 'on' },
  { result: 'rejected', resultOn: '2025-02-18', remark: '用地未批，建议下年再报' },
  { result: 'accepted', resultOn: '2025-01-15', resultDocument: '演示通〔2025〕2号', raiseLevel: 'on' },
  { result: 'pending' },
  { result: 'pending' },
]

/** 项目笼子 and the policies the plan names: what came of some, and what nobody has answered yet. */
export function keepRegisters(diary: Diary, profiles: readonly Profile[]): void {
  const works = profiles.filter(({ stage, totalYuan }) => stage === 'construction' && totalYuan !== null)
  diary.on('2025-10-08', (as) => {
    for (const [index, list] of lists.entries()) {
      const code = works[index * 2]?.work.code
      if (code) recordApplication(as(bureau()), newApplication.parse({ code, ...list, ...results[index] }))
    }
    for (const bid of bids) recordPolicyBid(as(bureau()), newPolicyBid.parse(bid))
  })
}

const bids = [
  {
    ...{ bidCode: 'C10-22', title: '产业扶持专项（演示申报）', addressee: '省级主管部门', unit: office(3), submittedOn: '2025-03-10' },
    ...{
      documentNo: '演示报〔2025〕3号',
      result: 'accepted',
      resultOn: '2025-06-30',
      resultDocument: '演示批〔2025〕6号',
      amountYuan: '600',
    },
  },
  {
    bidCode: 'C10-24',
    title: '示范县创建（演示申报）',
    addressee: '省级主管部门',
    unit: office(4),
    submittedOn: '2025-08-12',
    result: 'pending',
  },
  { bidCode: 'C10-21', title: '示范点申报材料（演示）', addressee: '市级主管部门', result: 'pending', remark: '材料还在准备' },
]
