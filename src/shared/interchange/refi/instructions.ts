/**
 * What REFI-QDA has no place for, and this app wants back: said in processing instructions before the root element, which
 * other programs pass over. `name` is the true name of what is called otherwise, since some programs take each name once
 * only; `field` the field of a text that a variable stands for; `choices` those of an attribute, as JSON; `formula` the
 * phrase that a note is about.
 */
const instructionKinds = ['name', 'field', 'choices', 'formula'] as const
export type InstructionKind = (typeof instructionKinds)[number]

export interface Instruction {
  readonly kind: InstructionKind
  /** Of the element that it is about. */
  readonly guid: string
  readonly value: string
}

/** The target and the content of a processing instruction; the value is percent-encoded, so that nothing in it can end it. */
export function instructionOf({ kind, guid, value }: Instruction): { target: string; content: string } {
  const whole = value.replace(/\p{Cs}/gu, '\uFFFD')
  return { target: `variorum-${kind}`, content: `${guid} ${encodeURIComponent(whole)}` }
}

/** The values of all instructions of a file, by kind and then by GUID. Those that cannot be read are passed over. */
export function instructionsIn(xml: string): Readonly<Record<InstructionKind, ReadonlyMap<string, string>>> {
  const found: Record<InstructionKind, Map<string, string>> = {
    name: new Map(),
    field: new Map(),
    choices: new Map(),
    formula: new Map()
  }
  for (const [, kind = '', guid = '', value = ''] of xml.matchAll(
    /<\?variorum-(name|field|choices|formula) ([0-9a-f-]{36}) ([^\s?]*)\?>/g
  ))
    if (isKind(kind)) found[kind].set(guid, decoded(value))
  return found
}

function isKind(kind: string): kind is InstructionKind {
  return instructionKinds.some((each) => each === kind)
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
