import { Guid } from '../../model/guid'

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** The IRI of a thing by its GUID (RFC 9562). */
export function urnOf(guid: Guid): string {
  return `urn:uuid:${guid}`
}

/** The GUID that an IRI names; undefined for any other IRI. */
export function guidIn(iri: string): Guid | undefined {
  const [, guid] = /^urn:uuid:(.+)$/i.exec(iri.trim()) ?? []
  const parsed = Guid.safeParse(guid?.toLowerCase())
  return parsed.success ? parsed.data : undefined
}

/** The IRI of a text by the SHA-256 of its UTF-8, in lower-case hex: positions are places in this very text. */
export function urnOfText(sha256: string): string {
  return `urn:sha256:${sha256}`
}

/** The sum of the text that an IRI names; undefined for any other IRI. */
export function sumIn(iri: string): string | undefined {
  return /^urn:sha256:([0-9a-f]{64})$/.exec(iri.trim())?.[1]
}
