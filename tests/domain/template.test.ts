import { describe, expect, it } from 'vitest'
import { milestoneTemplates } from '../../db/reference/milestone-templates'
import { milestonesToLay, templateWords } from '../../domain/template'

const template = (code: string) => milestoneTemplates.find((entry) => entry.code === code)!
const names = (code: string, years: number[] = []) => milestonesToLay(template(code), years).map(({ name }) => name.zh)

describe('milestone templates', () => {
  it('holds the five ways of building', () => {
    expect(milestoneTemplates.map(({ code }) => code)).toEqual(['enterprise', 'government', 'water', 'investment-promotion', 'task'])
    expect(names('enterprise')).toEqual([
      '备案',
      '用地',
      '环评',
      '节能审查',
      '规划许可',
      '施工许可',
      '开工',
      '主体',
      '设备',
      '试产',
      '投产',
    ])
    expect(names('government')).toEqual(['项目建议书', '可研', '初设及概算', '招标', '开工', '主体', '竣工验收'])
    expect(names('investment-promotion')).toEqual(['发布', '在谈', '签约', '注册', '落地'])
  })

  it('gives every milestone a key of its own, a definition and a proof in both languages', () => {
    const all = milestoneTemplates.flatMap(({ milestones }) => milestones)
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    for (const { key, name, definition, proof } of all)
      for (const words of [name, definition, proof]) expect([key, words.zh.length > 1, words.en.length > 2]).toEqual([key, true, true])
  })

  it('keeps a definition to one line', () => {
    for (const { milestones } of milestoneTemplates)
      for (const { definition } of milestones) expect(definition.zh.length).toBeLessThanOrEqual(40)
  })

  it('gives every template its steps of physical progress', () => {
    for (const { steps } of milestoneTemplates) expect(steps.length).toBeGreaterThanOrEqual(3)
  })

  it('lays a yearly one once a year, and finds its words again by key', () => {
    expect(names('task', [2024, 2025])).toEqual(['2024年任务完成', '2025年任务完成'])
    expect(templateWords(milestoneTemplates, 'task.done-2025')?.name.en).toBe('Quantity of 2025 done')
    expect(templateWords(milestoneTemplates, 'enterprise.start')?.name.zh).toBe('开工')
    expect(templateWords(milestoneTemplates, 'enterprise.planning-permit')?.name.zh).toBe('规划许可')
    expect(templateWords(milestoneTemplates, null)).toBeNull()
    expect(templateWords(milestoneTemplates, 'nothing')).toBeNull()
  })
})
