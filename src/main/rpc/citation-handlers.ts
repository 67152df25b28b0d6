import { shippedStyles } from '../../shared/citation/citation-styles'
import { appError, reasonOf } from '../../shared/model/app-error'
import { err, ok, type Result } from '../../shared/model/result'
import { StyleProblem } from '../citation/parse-style'
import type { Handlers, MethodsOf } from './handler-types'

export const citationHandlers: Handlers<MethodsOf<'citation'>> = {
  'citation.styles': async ({ parts }) => ok([...shippedStyles, ...(await parts.styles.list())]),

  'citation.openStyle': async ({ parts }, { path }) => {
    const [file] = path === undefined ? await parts.desktop.chooseFiles('styles') : [path]
    return file === undefined ? ok(null) : asResult(() => parts.styles.open(file))
  },

  'citation.preview': async ({ parts }, { style, language, metadata }) => {
    const styleXml = await asResult(() => parts.styles.xmlOf(style))
    if (!styleXml.ok) return styleXml
    const said = await asResult(() =>
      parts.pool.run('citationPreview', { style, styleXml: styleXml.value, language, metadata })
    )
    if (!said.ok) return said
    return 'problem' in said.value ? err(said.value.problem) : ok(said.value.preview)
  }
}

async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof StyleProblem) return err(error.told)
    return err(appError('NotFound', 'styleUnreadable', { reason: reasonOf(error) }))
  }
}
