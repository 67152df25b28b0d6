import { useEffect } from 'react'
import { reportExportSources } from '../state/export-source'
import { usePreferences } from '../state/preferences'
import { concordance } from './concordance-desk'
import { inEffect } from './trail-walk'
import { useStepNames } from './use-step-name'

/** Export means the lines, with the steps that led to them in words. */
export function useExportSource(): void {
  const answers = usePreferences((state) => state.concordance.parallel)
  const { step } = useStepNames()
  useEffect(() =>
    reportExportSources(() => {
      const { view, shown, walk } = concordance.state
      if (!view || !shown || view.lines === 0) return []
      const steps = inEffect(walk).map((each) => [step(each), each.memo].filter(Boolean).join(': '))
      return [{ of: 'concordance', id: view.id, asked: shown.query, steps, answers }]
    })
  )
}
