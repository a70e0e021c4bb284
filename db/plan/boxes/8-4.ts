import type { PlanBox } from '../../../domain/plan'

/** 专栏8-4，第1297行起。 */
export const box84: PlanBox = {
  id: '8-4',
  title: '农村文化设施建设重点工程',
  sector: 'rural',
  clause: { line: 1297, quote: '农村文化设施建设重点工程' },
  items: [
    {
      code: '8-4#01',
      kind: 'work',
      name: '“七个一”标准的村级综合文化服务中心建设工程',
      owner: null,
      place: null,
      construction: null,
      class: null,
      quantities: [
        { what: '文化活动广场', value: 1, min: null, max: null, unit: '个', text: '一个文化活动广场' },
        { what: '文化活动室', value: 1, min: null, max: null, unit: '个', text: '一个文化活动室' },
        { what: '简易戏台', value: 1, min: null, max: null, unit: '个', text: '一个简易戏台' },
        { what: '宣传栏', value: 1, min: null, max: null, unit: '个', text: '一个宣传栏' },
        { what: '文化器材', value: 1, min: null, max: null, unit: '套', text: '一套文化器材' },
        { what: '广播器材', value: 1, min: null, max: null, unit: '套', text: '一套广播器材' },
        { what: '体育设施器材', value: 1, min: null, max: null, unit: '套', text: '一套体育设施器材' },
      ],
      investment: null,
      schedule: null,
      description:
        '积极争取上级资金支持，把村级文化活动中心与村级综合服务平台建设有机结合，按照“七个一”（一个文化活动广场、一个文化活动室、一个简易戏台、一个宣传栏、一套文化器材、一套广播器材、一套体育设施器材）要求，完善村内文体基础设施建设',
      clause: { line: 1299, quote: '“七个一”标准的村级综合文化服务中心建设工程' },
      sameAs: [],
    },
    {
      code: '8-4#02',
      kind: 'work',
      name: '农村公共文化服务产品供给与服务供给工程',
      owner: null,
      place: null,
      construction: null,
      class: null,
      quantities: [
        { what: '每年注册招募文化志愿者', value: 500, min: null, max: null, unit: '名', text: '每年注册招募文化志愿者500名' },
        { what: '建有业余特色文艺团队的行政村', value: 100, min: null, max: null, unit: '%', text: '100%行政村' },
        { what: '每个行政村业余特色文艺团队', value: null, min: 1, max: null, unit: '支', text: '1支以上的业余特色文艺团队' },
      ],
      investment: null,
      schedule: '每年\n到2025年',
      description:
        '每年注册招募文化志愿者500名，重点组织开展文化遗产传承、文化志愿者服务活动。到2025年实现100%行政村建有1支以上的业余特色文艺团队',
      clause: { line: 1301, quote: '农村公共文化服务产品供给与服务供给工程' },
      sameAs: [],
    },
  ],
}
