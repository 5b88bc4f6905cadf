/** Colour functions, given to whatever renders text for people; `createColors` of picocolors fits. */
export interface Colors {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
  /** Background and foreground change places. */
  inverse(text: string): string
}

const plain = (text: string): string => text

/** Leaves text as it is. */
export const noColors: Colors = {
  bold: plain,
  dim: plain,
  red: plain,
  green: plain,
  yellow: plain,
  cyan: plain,
  inverse: plain,
}
