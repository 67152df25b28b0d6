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
