import type { PlanBox } from '../../../domain/plan'

/** 专栏8-1，第1174行起。 */
export const box81: PlanBox = {
  id: '8-1',
  title: '衡东县主要农产品集聚发展工程',
  sector: 'agriculture',
  clause: { line: 1174, quote: '衡东县主要农产品集聚发展工程' },
  items: [
    {
      code: '8-1#01',
      kind: 'work',
      name: '水稻集聚提升工程',
      owner: null,
      place:
        '优质稻重点发展区域——三樟镇、白莲镇、新塘镇、霞流镇、高湖镇、大浦镇、吴集镇、石湾镇、石滩乡\n再生稻重点发展区域——三樟镇、石湾镇、杨桥镇、石滩乡',
      construction: null,
      class: null,
      quantities: [
        { what: '优质水稻主栽品种', value: null, min: 1, max: 2, unit: '个', text: '优质水稻主栽品种1-2个' },
        { what: '搭配辅助品种', value: null, min: 1, max: 2, unit: '个', text: '1-2个辅助品种' },
        { what: '水稻生产农技农机合作社', value: 15, min: null, max: null, unit: '个', text: '15个水稻生产农技农机合作社' },
        { what: '粮食标准化生产经营家庭农场', value: 120, min: null, max: null, unit: '家', text: '120家以粮食标准化生产经营家庭农场' },
        { what: '以粮食生产为主的新型职业农民', value: 3000, min: null, max: null, unit: '名', text: '3000名以粮食生产为主的新型职业农民' },
      ],
      investment: null,
      schedule: null,
      description:
        '在掌握本县全局水稻布局综合因素的稳定性和信息准确性程度的基础上，基于商品粮主产区要求，坚持当地优质水稻主栽品种1-2个，适当搭配1-2个辅助品种。着力推进粮食规模生产经营，培育发展壮大15个水稻生产农技农机合作社，120家以粮食标准化生产经营家庭农场，3000名以粮食生产为主的新型职业农民',
      clause: { line: 1178, quote: '15个水稻生产农技农机合作社，120家以粮食标准化生产经营家庭农场，3000名以粮食生产为主的新型职业农民' },
      sameAs: [],
    },
    {
      code: '8-1#02',
      kind: 'work',
      name: '柑桔集聚发展工程',
      owner: null,
      place: '杨林镇、甘溪镇、草市镇',
      construction: null,
      class: null,
      quantities: [],
      investment: null,
      schedule: null,
      description:
        '推进桔园规范流转，扶持柑桔种植大户，发展专业合作社，提高柑桔规模经营和社会化服务水平。壮大柑桔产业化龙头企业，推进鲜食柑橘的商品化，突破柑橘品牌化精深加工水平',
      clause: { line: 1186, quote: '推进桔园规范流转，扶持柑桔种植大户' },
      sameAs: [],
    },
    {
      code: '8-1#03',
      kind: 'work',
      name: '畜禽规模养殖示范工程',
      owner: null,
      place:
        '生猪重点发展区域——大浦镇、霞流镇、新塘镇、吴集镇\n鸡鸭重点发展区域——霞流镇、高湖镇、大浦镇、石滩镇\n肉羊重点发展区域——荣桓镇、高湖镇、杨桥镇、蓬源镇',
      construction: null,
      class: null,
      quantities: [
        { what: '畜禽养殖国家级示范场', value: 5, min: null, max: null, unit: '个', text: '国家级示范场5个' },
        { what: '畜禽养殖省级示范场', value: 10, min: null, max: null, unit: '个', text: '省级示范场10个' },
      ],
      investment: null,
      schedule: null,
      description:
        '以全面开展畜禽标准化规模养殖示范场（小区）创建活动为契机,以牲猪养殖示范小区、优质家禽良种繁养及生态种养产业化开发中心、鸡、鸭、黄牛和黑山羊分割肉生产基地为主体，着力打造牲猪、牛、羊、家禽等畜牧养殖供应基地，创建畜禽养殖国家级示范场5个、省级示范场10个',
      clause: { line: 1192, quote: '创建畜禽养殖国家级示范场5个、省级示范场10个' },
      sameAs: [],
    },
    {
      code: '8-1#04',
      kind: 'work',
      name: '林木集约发展工程',
      owner: null,
      place: '杨林镇、甘溪镇、杨桥镇、草市镇、吴集镇、三樟镇、白莲镇、南湾乡',
      construction: null,
      class: null,
      quantities: [],
      investment: null,
      schedule: null,
      description:
        '以科技为手段，以效益为中心，充分利用土地资源及现有林木资源，坚持低改与新造相结合，实行林木集约经营和规模经营，努力提高单位面积产量和林木质量，逐步建立产地批发市场，扩大楠竹基地建设规模',
      clause: { line: 1202, quote: '实行林木集约经营和规模经营' },
      sameAs: [],
    },
    {
      code: '8-1#05',
      kind: 'work',
      name: '油菜精深加工工程',
      owner: null,
      place: '霞流镇、杨林镇、高湖镇、草市镇、大浦镇',
      construction: null,
      class: null,
      quantities: [],
      investment: null,
      schedule: null,
      description:
        '建立“公司+新型经营主体+社会化服务组织”模式，为油菜生产大户提供资金、信息、技术等产前、产中和产后服务，带动产业发展;扶持油脂龙头企业开展“双低”油菜籽加工和副产品精深加工，延伸产业链条',
      clause: { line: 1208, quote: '开展“双低”油菜籽加工和副产品精深加工' },
      sameAs: [],
    },
  ],
}
