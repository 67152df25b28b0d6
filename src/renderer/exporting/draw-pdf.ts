import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

/** So many pages are drawn, at so many pixels for each point. */
const mostPages = 8
const pixelsPerPoint = 2

/** Draws the first pages of a PDF. Rejects where it is none, or is aborted. */
export async function drawPdf(bytes: Uint8Array, label: string, signal: AbortSignal): Promise<HTMLElement[]> {
  const port = new PdfWorker()
  const worker = PDFWorker.create({ port })
  const loading = getDocument({ data: bytes.slice(), worker, isEvalSupported: false })
  try {
    const pdf = await loading.promise
    const pages: HTMLElement[] = []
    for (let number = 1; number <= Math.min(mostPages, pdf.numPages); number++) {
      signal.throwIfAborted()
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: pixelsPerPoint })
      const canvas = document.createElement('canvas')
      canvas.width = viewport.width
      canvas.height = viewport.height
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', `${label} ${number}`)
      await page.render({ canvas, viewport }).promise
      pages.push(canvas)
    }
    return pages
  } finally {
    await loading.destroy()
    worker.destroy()
    port.terminate()
  }
}
