import type { MilestoneTemplate } from '../../../domain/template'

/** 招商: from an offer made public to a firm on the ground; building then has a template of its own. */
export const investmentPromotion: MilestoneTemplate = {
  code: 'investment-promotion',
  name: { zh: '招商', en: 'Investment promotion' },
  yearly: false,
  milestones: [
    {
      key: 'promotion.offered',
      name: { zh: '发布', en: 'Offered' },
      definition: { zh: '招商项目对外发布，有项目书和联系人', en: 'The project is offered in public with a prospectus and a contact' },
      proof: { zh: '发布文件或网址、项目书', en: 'Notice or address, prospectus' },
    },
    {
      key: 'promotion.negotiating',
      name: { zh: '在谈', en: 'In negotiation' },
      definition: { zh: '有明确投资方，双方已书面接洽或实地考察', en: 'A named investor has written or visited' },
      proof: { zh: '往来函件或考察记录', en: 'Letters, or record of the visit' },
    },
    {
      key: 'promotion.signed',
      name: { zh: '签约', en: 'Signed' },
      definition: {
        zh: '签订正式投资合同（框架协议、意向书不算）',
        en: 'An investment contract is signed; a letter of intent does not count',
      },
      proof: { zh: '投资合同', en: 'Investment contract' },
    },
    {
      key: 'promotion.registered',
      name: { zh: '注册', en: 'Registered' },
      definition: { zh: '项目公司在本县登记注册并取得营业执照', en: 'The project company is registered in the county and licensed' },
      proof: { zh: '营业执照', en: 'Business licence' },
    },
    {
      key: 'promotion.landed',
      name: { zh: '落地', en: 'Landed' },
      definition: { zh: '取得用地或厂房并有首笔到位资金', en: 'Land or premises obtained and the first funds paid in' },
      proof: { zh: '用地或租赁合同、到位资金凭证', en: 'Land contract or lease, proof of funds' },
    },
  ],
  steps: [
    { zh: '发布', en: 'Offered' },
    { zh: '在谈', en: 'In negotiation' },
    { zh: '签约', en: 'Signed' },
    { zh: '注册', en: 'Registered' },
    { zh: '落地', en: 'Landed' },
  ],
}
