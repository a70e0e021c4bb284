/** The quarterly output return of an enterprise. */
export const output = {
  title: '季度产出填报',
  quarterTitle: '{quarter} 产出',
  choose: '选一家企业',
  noTies: '还没有要填的产出',
  noTiesHint: '企业列入某条产业链的名单后，每季度在这里填一次。名单由发改局在产业链页面维护。',
  wrongQuarter: '地址里的季度不对或还没结束，下面是最近结束的季度。',
  otherQuarters: '其他季度',
  notReturned: '未填',
  correct: '更正这个季度',
  measure: '产出',
  yearToDate: '本年累计{measure}（1 月至 {month}）',
  lastTime: '上次审定 {quarter}：{figure}',
  nothingBefore: '之前还没有审定数。填从 1 月起的累计，不是单季。',
  whoSees: '单家企业的产出只有本单位、发改局、督查室和县领导能看到。',
  viewTitle: '{quarter} 产出',
}
