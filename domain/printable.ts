/** What people type, told apart from what nobody can see. Knows no schema library: a phone carries it along. */

/** Controls, marks that turn the order of reading, halves of characters, and two code points that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u

/** A letter, a digit or a sign that is drawn: spaces, joiners, fillers and the empty braille cell are none. Rare characters of one's own font are. */
const drawn = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

export const hasVisible = (text: string): boolean => drawn.test(text)

/** Words that can be shown and say something. */
export const isPrintable = (text: string): boolean => !unprintable.test(text) && hasVisible(text)

/** At most so long, and no character cut in two. */
export const cutTo = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '')
