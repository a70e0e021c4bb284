/** 通报 as data: filled from approved facts when it is drafted, frozen when it is proposed; rendering happens in app/. */
export type BulletinFacts = { format: 1 }
export type BulletinTexts = { [section: string]: string }
