import { ChartColumn, Download, Maximize2, Table } from 'lucide-react'
import { useState } from 'react'
import { Dialog as AriaDialog, Button, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '../state/i18n'
import { Dialog } from '../ui/Dialog'
import { lazyView } from '../ui/lazy-view'
import { ChartTable } from './ChartTable'
import type { Chart } from './chart'
import { saveChart } from './chart-file'

const ChartPicture = lazyView(() => import('./ChartPicture').then((module) => module.ChartPicture))
const kinds = ['svg', 'png', 'csv'] as const

/** A chart with what can be done with it: read as a table, seen large, saved. */
export function ChartFigure({ chart }: { readonly chart: Chart }) {
  const t = useT()
  const [isTable, setTable] = useState(false)
  const [isLarge, setLarge] = useState(false)
  const { title } = chart
  return (
    <figure className="chart">
      <div className="chart-tools">
        <figcaption>{title}</figcaption>
        <button
          type="button"
          className="icon-button"
          aria-pressed={isTable}
          aria-label={t(isTable ? 'chart.asPicture' : 'chart.asTable')}
          title={t(isTable ? 'chart.asPicture' : 'chart.asTable')}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? <ChartColumn size={15} aria-hidden /> : <Table size={15} aria-hidden />}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('chart.large')}
          title={t('chart.large')}
          onClick={() => setLarge(true)}
        >
          <Maximize2 size={15} aria-hidden />
        </button>
        <SaveMenu chart={chart} />
      </div>
      {isTable ? <ChartTable chart={chart} /> : <ChartPicture chart={chart} />}
      {isLarge && (
        <Dialog title={title} closeLabel={t('common.close')} width="full" onClose={() => setLarge(false)}>
          <div className="chart-large">
            <ChartPicture chart={chart} opened={() => setLarge(false)} />
            <ChartTable chart={chart} opened={() => setLarge(false)} />
          </div>
        </Dialog>
      )}
    </figure>
  )
}

/** Saves the chart as a picture, or its table. */
function SaveMenu({ chart }: { readonly chart: Chart }) {
  const t = useT()
  return (
    <DialogTrigger>
      <Button className="icon-button" aria-label={t('chart.save')}>
        <Download size={15} aria-hidden />
      </Button>
      <Popover className="popover chart-save" placement="bottom end">
        <AriaDialog aria-label={t('chart.save')}>
          {({ close }) => (
            <>
              {kinds.map((as) => (
                <button
                  key={as}
                  type="button"
                  className="button"
                  onClick={() => {
                    close()
                    void saveChart(chart, as)
                  }}
                >
                  {t(`chart.kinds.${as}`)}
                </button>
              ))}
            </>
          )}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
