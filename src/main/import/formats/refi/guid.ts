import { attribute, childrenNamed } from '../xml'

/** The id by which the rest of a project speaks of an element. */
export function guidOf(element: Element): string {
  return attribute(element, 'guid') ?? ''
}

/** The id that a reference names. */
export function targetOf(reference: Element): string {
  return attribute(reference, 'targetGUID') ?? ''
}

/** The ids that the references of a name under an element name. */
export function targetsOf(element: Element, name: string): string[] {
  return childrenNamed(element, name).map(targetOf)
}
