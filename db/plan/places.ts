import type { PlanPlace } from '../../domain/plan'

/**
 * Places the plan names. Towns: the 17 乡镇 of line 851, each as first written with 镇 or 乡 (石滩乡 is 石滩镇 in line 1196).
 * Line 657 makes two of them the sub-centres; the five reservoirs are the “五库” of line 689.
 */
export const places: PlanPlace[] = [
  { code: 'T01', kind: 'town', name: '三樟镇', clause: { line: 14, quote: '三樟镇' } },
  { code: 'T02', kind: 'town', name: '白莲镇', clause: { line: 16, quote: '白莲镇' } },
  { code: 'T03', kind: 'town', name: '大浦镇', clause: { line: 657, quote: '大浦镇' } },
  { code: 'T04', kind: 'town', name: '新塘镇', clause: { line: 657, quote: '新塘镇' } },
  { code: 'T05', kind: 'town', name: '洣水镇', clause: { line: 947, quote: '洣水镇' } },
  { code: 'T06', kind: 'town', name: '吴集镇', clause: { line: 957, quote: '吴集镇' } },
  { code: 'T07', kind: 'town', name: '霞流镇', clause: { line: 1180, quote: '霞流镇' } },
  { code: 'T08', kind: 'town', name: '高湖镇', clause: { line: 1180, quote: '高湖镇' } },
  { code: 'T09', kind: 'town', name: '石湾镇', clause: { line: 1180, quote: '石湾镇' } },
  { code: 'T10', kind: 'town', name: '石滩乡', clause: { line: 1180, quote: '石滩乡' } },
  { code: 'T11', kind: 'town', name: '杨桥镇', clause: { line: 1182, quote: '杨桥镇' } },
  { code: 'T12', kind: 'town', name: '杨林镇', clause: { line: 1188, quote: '杨林镇' } },
  { code: 'T13', kind: 'town', name: '甘溪镇', clause: { line: 1188, quote: '甘溪镇' } },
  { code: 'T14', kind: 'town', name: '草市镇', clause: { line: 1188, quote: '草市镇' } },
  { code: 'T15', kind: 'town', name: '荣桓镇', clause: { line: 1198, quote: '荣桓镇' } },
  { code: 'T16', kind: 'town', name: '蓬源镇', clause: { line: 1198, quote: '蓬源镇' } },
  { code: 'T17', kind: 'town', name: '南湾乡', clause: { line: 1204, quote: '南湾乡' } },
  { code: 'PK01', kind: 'park', name: '衡东经济开发区', clause: { line: 675, quote: '衡东经济开发区' } },
  { code: 'PK02', kind: 'park', name: '泵业制造产业园', clause: { line: 675, quote: '泵业制造产业园' } },
  { code: 'PK03', kind: 'park', name: '土菜一二三产业融合产业园', clause: { line: 675, quote: '土菜一二三产业融合产业园' } },
  { code: 'CR01', kind: 'core', name: '县城', clause: { line: 653, quote: '“一核”：县城' } },
  { code: 'SC01', kind: 'sub-centre', name: '大浦镇', clause: { line: 657, quote: '大浦镇、新塘镇两个县域副中心' } },
  { code: 'SC02', kind: 'sub-centre', name: '新塘镇', clause: { line: 657, quote: '大浦镇、新塘镇两个县域副中心' } },
  { code: 'RS01', kind: 'reservoir', name: '德圳水库', clause: { line: 689, quote: '德圳水库' } },
  { code: 'RS02', kind: 'reservoir', name: '白莲水库', clause: { line: 689, quote: '白莲水库' } },
  { code: 'RS03', kind: 'reservoir', name: '早禾冲水库', clause: { line: 689, quote: '早禾冲水库' } },
  { code: 'RS04', kind: 'reservoir', name: '江东水库', clause: { line: 689, quote: '江东水库' } },
  { code: 'RS05', kind: 'reservoir', name: '荣桓水库', clause: { line: 689, quote: '荣桓水库' } },
]
