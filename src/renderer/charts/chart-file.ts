import type { ChartFile } from '../../shared/ipc/chart-file'
import { call } from '../state/bridge'
import { i18n } from '../state/i18n'
import { showError, showToast } from '../state/toasts'
import type { Chart } from './chart'
import { printPalette } from './chart-palette'

/** How wide a chart is in a file, in pixels; a picture of pixels has several of its own for each. */
const fileWidth = 720
const pixelsEach = 3
const margin = 16

/** A chart as a picture that stands by itself: its title above, dark on white. */
async function picture({ title, drawing }: Chart): Promise<{ text: string; width: number; height: number }> {
  const { drawChart } = await import('./draw-chart')
  const options = { width: fileWidth, palette: printPalette, language: i18n.language }
  const { svg } = drawChart(drawing, options)
  for (const each of svg.querySelectorAll('[data-mark]')) each.removeAttribute('data-mark')
  const height = Number(svg.getAttribute('height')) + 2 * margin + 24
  const width = fileWidth + 2 * margin
  const whole = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const made = (name: string, facts: Readonly<Record<string, string | number>>) => {
    const element = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(facts)) element.setAttribute(key, String(value))
    whole.append(element)
    return element
  }
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    whole.setAttribute(key, String(value))
  made('title', {}).textContent = title
  made('rect', { width, height, fill: printPalette.ground })
  made('text', {
    x: margin,
    y: margin + 10,
    fill: printPalette.ink,
    'font-family': svg.getAttribute('font-family') ?? 'sans-serif',
    'font-size': 14,
    'font-weight': 600
  }).textContent = title
  svg.setAttribute('x', String(margin))
  svg.setAttribute('y', String(margin + 24))
  whole.append(svg)
  return { text: new XMLSerializer().serializeToString(whole), width, height }
}

async function pixels(chart: Chart): Promise<string> {
  const { text, width, height } = await picture(chart)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  // A canvas has at most so many pixels a side.
  const scale = Math.min(pixelsEach, 16_000 / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}

async function fileOf(chart: Chart, as: ChartFile['as']): Promise<ChartFile> {
  const { title: name, columns, rows } = chart
  switch (as) {
    case 'svg':
      return { as, name, text: (await picture(chart)).text }
    case 'png':
      return { as, name, base64: await pixels(chart) }
    case 'csv':
      return { as, name, columns: [...columns], rows: rows.map(({ cells }) => [...cells]) }
  }
}

/** Saves a chart where the person says, and tells where it lies. */
export async function saveChart(chart: Chart, as: ChartFile['as']): Promise<void> {
  const answer = await call('export.chart', await fileOf(chart, as))
  if (!answer.ok) return showError(answer.error)
  if (!answer.value) return
  const { file } = answer.value
  showToast(i18n.t('export.saved', { file }), 'said', {
    action: { label: i18n.t('export.showInFolder'), run: () => void call('export.showInFolder', file) }
  })
}
