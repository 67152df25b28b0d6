import type { MemoSubject } from './memo'

/** The words of the formula that a memo is about; empty where it is about something else. */
export function phraseOf(about: MemoSubject): string {
  return about.kind === 'formula' ? about.phrase : ''
}
