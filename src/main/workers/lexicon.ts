import { readFileSync } from 'node:fs'
import { ChineseLexicon, type Lexicon, noLexicon } from '../../shared/alignment/lexicon'
import { builtFile } from './built'

let opened: Lexicon | null = null

/** The Chinese–English dictionary that lies beside the built code; opened once. Without it alignment still works. */
export function chineseLexicon(): Lexicon {
  if (opened) return opened
  try {
    opened = new ChineseLexicon(readFileSync(builtFile('chinese-lexicon.txt'), 'utf8'))
  } catch {
    opened = noLexicon
  }
  return opened
}
