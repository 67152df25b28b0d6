import type { CitationPreview } from '../../shared/citation/citation-styles'
import { shippedStyles } from '../../shared/citation/citation-styles'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import type { PreviewInput } from '../citation/citation-preview'
import { StyleProblem } from '../citation/style-problem'
import type { Handlers, MethodsOf } from './handler-types'
import type { HostParts } from './host-parts'

export const citationHandlers: Handlers<MethodsOf<'citation'>> = {
  'citation.styles': async ({ parts }) => ok([...shippedStyles, ...(await parts.styles.list())]),

  'citation.openStyle': async ({ parts }, { path }) => {
    const [file] = path === undefined ? await parts.desktop.chooseFiles('styles') : [path]
    return file === undefined ? ok(null) : asResult(() => parts.styles.open(file))
  },

  'citation.preview': ({ parts }, about) => citedAs(parts, about)
}

/** How a document, or a place in it, is cited in a style. */
export async function citedAs(
  { styles, pool }: Pick<HostParts, 'styles' | 'pool'>,
  about: Omit<PreviewInput, 'styleXml'>
): Promise<Result<CitationPreview>> {
  const styleXml = await asResult(() => styles.xmlOf(about.style))
  if (!styleXml.ok) return styleXml
  const said = await asResult(() => pool.run('citationPreview', { ...about, styleXml: styleXml.value }))
  if (!said.ok) return said
  return 'problem' in said.value ? err(said.value.problem) : ok(said.value.preview)
}

async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof StyleProblem) return err(error.told)
    return err(appError('NotFound', 'styleUnreadable', { reason: reasonOf(error) }))
  }
}
