import { z } from 'zod'

/**
 * A globally unique identifier (RFC 9562), in lower case: the name of a thing in exchange formats. A record has one of
 * its own where another program gave it one; else it is made from the ids of project and record, always the same.
 */
export const Guid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand<'Guid'>()
export type Guid = z.infer<typeof Guid>

/** A GUID however it was written: with braces, in capitals, without hyphens. Null where it is none. */
export function guidFrom(text: string): Guid | null {
  const [digits] =
    /^[0-9a-f]{32}$/i.exec(
      text
        .trim()
        .replace(/^(urn:uuid:|\{)|\}$/gi, '')
        .replaceAll('-', '')
    ) ?? []
  if (digits === undefined) return null
  const own = digits.toLowerCase()
  return [own.slice(0, 8), own.slice(8, 12), own.slice(12, 16), own.slice(16, 20), own.slice(20)].join(
    '-'
  ) as Guid
}
