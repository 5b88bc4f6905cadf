/** An answer of a person, taken apart: `page:app/posts/page.tsx + max -- as told`. */
export interface Answer {
  /** One word for each question that was asked about the place. */
  words: string[]
  /** Why, in the words of the person; empty where nothing was said. */
  reason: string
}

export function readAnswer(text: string): Answer {
  const [words = '', ...reason] = text.split(' -- ')
  return { words: words.split(' + ').map((word) => word.trim()), reason: oneSentence(reason.join(' -- ')) }
}

/** The answer with one more word, or the word alone where there is no answer yet. */
export function extended(answer: string | null, word: string): string {
  return answer === null ? word : `${answer} + ${word}`
}

/** The reason goes into a comment of one line. */
function oneSentence(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
