/** What can be made public one by one: a work (OC4IDS), a bulletin, a dispatch. */
export const publicationSubjects = ['project', 'bulletin', 'dispatch'] as const
export type PublicationSubject = (typeof publicationSubjects)[number]

/** Switches are `on` or `off` and off by default; the prefix is given by the registry of OC4IDS. */
export const settingKeys = ['public-page', 'oc4ids', 'oc4ids-prefix', 'oc4ids-publisher'] as const
export type SettingKey = (typeof settingKeys)[number]
