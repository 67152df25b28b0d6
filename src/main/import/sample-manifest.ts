import { z } from 'zod'
import { Metadata } from '../../shared/model/document'
import { Colour } from '../../shared/model/project'

const Version = Metadata.omit({
  works: true,
  notes: true,
  attributes: true,
  csl: true,
  proposed: true
}).extend({
  id: z.string(),
  author: z.string(),
  file: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\.(txt|md|html)$/)
})

/** The manifest of the sample corpus: works with their versions, and the first themes of a codebook. */
export const SampleManifest = z.object({
  title: z.string(),
  licence: z.string(),
  themes: z.array(
    z.object({
      name: z.string(),
      colour: Colour,
      description: z.string(),
      children: z.array(z.object({ name: z.string(), description: z.string() }))
    })
  ),
  works: z
    .array(z.object({ id: z.string(), title: z.string(), versions: z.array(Version).min(3).max(4) }))
    .min(6)
})
export type SampleManifest = z.infer<typeof SampleManifest>
