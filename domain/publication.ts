/** What can be made public one by one: a work (OC4IDS), a bulletin, a dispatch. */
export const publicationSubjects = ['project', 'bulletin', 'dispatch'] as const
export type PublicationSubject = (typeof publicationSubjects)[number]

/** Switches are `on` or `off` and off by default; the prefix is given by the registry of OC4IDS. */
export const settingKeys = ['public-page', 'oc4ids', 'oc4ids-prefix', 'oc4ids-publisher'] as const
export type SettingKey = (typeof settingKeys)[number]
export const switchKeys = ['public-page', 'oc4ids'] as const satisfies readonly SettingKey[]

/** What stands as long as nobody has set it: off, a prefix that nobody has registered, the bureau. */
export const settingDefaults: Record<SettingKey, string> = {
  'public-page': 'off',
  oc4ids: 'off',
  'oc4ids-prefix': 'oc4ids-xxxxxx',
  'oc4ids-publisher': '衡东县发展和改革局',
}

/** As the registry of OC4IDS gives them. */
export const prefixPattern = /^oc4ids-[a-z0-9]{6}$/
export const isPlaceholder = (prefix: string): boolean => prefix === settingDefaults['oc4ids-prefix']

export type Settings = { publicPage: boolean; oc4ids: boolean; prefix: string; publisher: string }
