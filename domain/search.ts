/** Search folds width, case and white space; Chinese is found by two-character grams, so a substring of two characters and more uses an index. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}

export function bigrams(text: string): string[] {
  const signs = [...folded(text)]
  return [...new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))]
}
