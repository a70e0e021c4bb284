import type { PlanChain } from '../../domain/plan'

/**
 * The nine chains in the order of line 677. Names of firms and parks are the plan's own short forms.
 * Sites and works that are neither a firm nor a park (罗荣桓故里景区, 湘•江南温泉, 金堰冷链市场 …) are not listed here.
 */
export const chains: PlanChain[] = [
  {
    id: 'machinery',
    name: '机械制造',
    level: '国家级',
    target: { yuan: 10000000000, measure: '产业规模', text: '力争2025年全县机械制造产业规模达100亿元' },
    clause: { line: 703, quote: '力争2025年全县机械制造产业规模达100亿元' },
    firms: [
      { name: '湘泵公司', clause: { line: 703, quote: '以湘泵公司为龙头建设泵业制造产业园' } },
      {
        name: '朝阳机电',
        clause: { line: 703, quote: '提升朝阳机电、大地泵业、盛项重工、辉宏机械、正鑫机械等机械制造企业产品质量控制技术' },
      },
      {
        name: '大地泵业',
        clause: { line: 703, quote: '提升朝阳机电、大地泵业、盛项重工、辉宏机械、正鑫机械等机械制造企业产品质量控制技术' },
      },
      {
        name: '盛项重工',
        clause: { line: 703, quote: '提升朝阳机电、大地泵业、盛项重工、辉宏机械、正鑫机械等机械制造企业产品质量控制技术' },
      },
      {
        name: '辉宏机械',
        clause: { line: 703, quote: '提升朝阳机电、大地泵业、盛项重工、辉宏机械、正鑫机械等机械制造企业产品质量控制技术' },
      },
      {
        name: '正鑫机械',
        clause: { line: 703, quote: '提升朝阳机电、大地泵业、盛项重工、辉宏机械、正鑫机械等机械制造企业产品质量控制技术' },
      },
    ],
    parks: [{ name: '泵业制造产业园', clause: { line: 703, quote: '以湘泵公司为龙头建设泵业制造产业园' } }],
  },
  {
    id: 'cuisine',
    name: '土菜餐饮',
    level: '国家级',
    target: { yuan: 10000000000, measure: '营业收入', text: '力争到2025年，“衡东土菜”产业链营业收入达到100亿元' },
    clause: { line: 986, quote: '力争到2025年，“衡东土菜”产业链营业收入达到100亿元' },
    firms: [],
    parks: [{ name: '土菜融合产业园', clause: { line: 976, quote: '建设土菜融合产业园' } }],
  },
  {
    id: 'tourism',
    name: '文旅康养',
    level: '省级',
    target: { yuan: 4000000000, measure: '产业规模', text: '力争2025年文旅康养产业规模达40亿元' },
    clause: { line: 1065, quote: '力争2025年文旅康养产业规模达40亿元' },
    firms: [
      {
        name: '盛和现代农业',
        clause: { line: 1065, quote: '依托盛和现代农业、枫仙岭生态庄园、洣江生态园、白莲田园综合体等项目发展休闲旅游' },
      },
      { name: '旭达养生', clause: { line: 1065, quote: '依托县民政公共服务中心、旭达养生、福诚骨科、湘•江南温泉等项目发展康养旅游' } },
      { name: '福诚骨科', clause: { line: 1065, quote: '依托县民政公共服务中心、旭达养生、福诚骨科、湘•江南温泉等项目发展康养旅游' } },
    ],
    parks: [],
  },
  {
    id: 'chemicals',
    name: '精细化工新材料',
    level: '区域性',
    target: { yuan: 4000000000, measure: '产业规模', text: '力争2025年精细化工新材料产业规模达40亿元' },
    clause: { line: 707, quote: '力争2025年精细化工新材料产业规模达40亿元' },
    firms: [
      { name: '雁翔湘', clause: { line: 707, quote: '加快雁翔湘玻璃项目投产，引进上下游企业构建较为完备的产业链' } },
      {
        name: '衡东氟化学',
        clause: { line: 707, quote: '支持衡东氟化学、福鑫泰新材料、忆乐新材料、谊德化工、蓬源鸿达等化工企业做大做强' },
      },
      {
        name: '福鑫泰新材料',
        clause: { line: 707, quote: '支持衡东氟化学、福鑫泰新材料、忆乐新材料、谊德化工、蓬源鸿达等化工企业做大做强' },
      },
      {
        name: '忆乐新材料',
        clause: { line: 707, quote: '支持衡东氟化学、福鑫泰新材料、忆乐新材料、谊德化工、蓬源鸿达等化工企业做大做强' },
      },
      { name: '谊德化工', clause: { line: 707, quote: '支持衡东氟化学、福鑫泰新材料、忆乐新材料、谊德化工、蓬源鸿达等化工企业做大做强' } },
      { name: '蓬源鸿达', clause: { line: 707, quote: '支持衡东氟化学、福鑫泰新材料、忆乐新材料、谊德化工、蓬源鸿达等化工企业做大做强' } },
      { name: '广信科技', clause: { line: 707, quote: '重点支持古汉化工科技园、广信科技有机硅等项目竣工达产' } },
    ],
    parks: [
      { name: '古汉化工科技园', clause: { line: 707, quote: '重点支持古汉化工科技园、广信科技有机硅等项目竣工达产' } },
      { name: '衡东经开区', clause: { line: 707, quote: '将衡东经开区打造成合规专业化工园区' } },
    ],
  },
  {
    id: 'nonferrous',
    name: '有色金属',
    level: '区域性',
    target: { yuan: 4000000000, measure: '产业规模', text: '力争2025年有色金属产业规模达40亿元' },
    clause: { line: 711, quote: '力争2025年有色金属产业规模达40亿元' },
    firms: [
      {
        name: '创大钒钨',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '世纪钨材',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '天健锡业',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '南东科技',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '和富铜业',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '金平铜业',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
      {
        name: '纳金新材料',
        clause: { line: 711, quote: '加快创大钒钨、世纪钨材、天健锡业、南东科技、和富铜业、金平铜业、纳金新材料等重点企业精深加工步伐' },
      },
    ],
    parks: [],
  },
  {
    id: 'food',
    name: '绿色食品生产加工',
    level: '区域性',
    target: null,
    clause: { line: 677, quote: '区域性绿色食品生产加工' },
    firms: [],
    parks: [],
  },
  {
    id: 'building',
    name: '新型建筑建材',
    level: '区域性',
    target: { yuan: 3000000000, measure: '产业规模', text: '力争2025年建筑建材产业规模达30亿元' },
    clause: { line: 715, quote: '力争2025年建筑建材产业规模达30亿元' },
    firms: [],
    parks: [],
  },
  {
    id: 'supply-chain',
    name: '现代供应链',
    level: '中南地区',
    target: { yuan: 3000000000, measure: '产业规模', text: '力争2025年现代供应链产业规模达30亿元' },
    clause: { line: 930, quote: '力争2025年现代供应链产业规模达30亿元' },
    firms: [],
    parks: [
      {
        name: '圆通快递湘南智慧物流园',
        clause: {
          line: 930,
          quote: '重点支持圆通快递湘南智慧物流园、湘江千吨级码头、金堰冷链市场、河西农产品物流园、交通产业园等项目建设',
        },
      },
      {
        name: '河西农产品物流园',
        clause: {
          line: 930,
          quote: '重点支持圆通快递湘南智慧物流园、湘江千吨级码头、金堰冷链市场、河西农产品物流园、交通产业园等项目建设',
        },
      },
      {
        name: '交通产业园',
        clause: {
          line: 930,
          quote: '重点支持圆通快递湘南智慧物流园、湘江千吨级码头、金堰冷链市场、河西农产品物流园、交通产业园等项目建设',
        },
      },
      { name: '台湾物流园', clause: { line: 932, quote: '支持台湾物流园、圆通速递湘南智慧物流园做大做强' } },
    ],
  },
  {
    id: 'digital',
    name: '数字经济',
    level: '区域性',
    target: { yuan: 4000000000, measure: '产值', text: '力争2025年全县数字经济等未来产业产值达40亿元' },
    clause: { line: 719, quote: '力争2025年全县数字经济等未来产业产值达40亿元' },
    firms: [],
    parks: [],
  },
]
