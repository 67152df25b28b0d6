import { attribute, childrenNamed } from '../xml'

/** An id in one writing: programs write the same one with capitals, in braces, or as `urn:uuid:`. */
export function oneGuid(guid: string | null): string {
  return (guid ?? '')
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:/, '')
    .replace(/^[{(](.*)[})]$/, '$1')
}

/** The id by which the rest of a project speaks of an element. */
export function guidOf(element: Element): string {
  return oneGuid(attribute(element, 'guid'))
}

/** The id that a reference names. */
export function targetOf(reference: Element): string {
  return oneGuid(attribute(reference, 'targetGUID') ?? attribute(reference, 'guid'))
}

/** The ids that the references of a name under an element name. */
export function targetsOf(element: Element, name: string): string[] {
  return childrenNamed(element, name).map(targetOf)
}
