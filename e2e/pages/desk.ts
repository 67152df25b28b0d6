import type { ElectronApplication, Locator, Page } from '@playwright/test'

type PlaceName = 'library' | 'annotations' | 'themes' | 'concordance' | 'memos'
const digits: Record<PlaceName, string> = {
  library: '1',
  annotations: '2',
  themes: '3',
  concordance: '4',
  memos: '5'
}

/** The window as a person uses it: pointer, keys and what can be read in it. No word of any language in its selectors. */
export class Desk {
  constructor(
    private readonly app: ElectronApplication,
    readonly page: Page
  ) {}

  readonly text = () => this.page.locator('.text')
  readonly marks = () => this.page.locator('.text .mark, .cell .mark, .running .mark')
  readonly cards = () => this.page.locator('[data-annotation-card]')
  readonly picker = () => this.page.locator('.picker input')
  readonly memo = () => this.cards().first().locator('textarea')
  readonly listed = () => this.page.locator('.annotation-list li button')
  readonly toast = () => this.page.locator('.toast')
  readonly rows = () => this.page.locator('.compare-row')
  readonly query = () => this.page.locator('.query-box input')
  /** The lines of the concordance that are drawn, and the one that keys act on. */
  readonly lines = () => this.page.locator('.row-line')
  readonly current = () => this.page.locator('.lines .current')

  async waitForLibrary(): Promise<void> {
    await this.page.locator('.documents').waitFor({ timeout: 30_000 })
  }

  async go(place: PlaceName): Promise<void> {
    await this.page.keyboard.press(`Control+${digits[place]}`)
  }

  document(title: string): Locator {
    return this.page.locator('.open-document', { hasText: title })
  }

  async openDocument(title: string): Promise<void> {
    await this.document(title).first().click()
    await this.text().waitFor()
    await this.page.locator('.lanes').waitFor({ state: 'attached' })
  }

  /** Drags the pointer over the words of a passage that stands within one block. */
  async drag(words: string, within = '.text .block, .cell .sentence, .running .sentence'): Promise<void> {
    const box = await this.page.evaluate(
      ({ words: wanted, within: selector }) => {
        for (const block of document.querySelectorAll(selector)) {
          const at = (block.textContent ?? '').indexOf(wanted)
          if (at === -1) continue
          block.scrollIntoView({ block: 'center' })
          const range = document.createRange()
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          let before = 0
          let begun = false
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0
            if (!begun && at < before + length) {
              range.setStart(node, at - before)
              begun = true
            }
            if (begun && at + wanted.length <= before + length) {
              range.setEnd(node, at + wanted.length - before)
              break
            }
            before += length
          }
          const boxes = [...range.getClientRects()]
          const first = boxes[0]
          const last = boxes.at(-1)
          if (first && last)
            return {
              x1: first.left + 1,
              y1: (first.top + first.bottom) / 2,
              x2: last.right - 1,
              y2: (last.top + last.bottom) / 2
            }
        }
        return null
      },
      { words, within }
    )
    if (!box) throw new Error(`the window shows no “${words}”`)
    await this.page.mouse.move(box.x1, box.y1)
    await this.page.mouse.down()
    await this.page.mouse.move((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, { steps: 4 })
    await this.page.mouse.move(box.x2, box.y2, { steps: 4 })
    await this.page.mouse.up()
    await this.page.locator('.selection-bar').waitFor()
  }

  /** What is selected in the page. */
  selected(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '')
  }

  /** The quotes of the open cards, the active one first. */
  readonly quotes = () => this.page.locator('[data-annotation-card] .quote')
  readonly activeQuote = () => this.page.locator('.card.on .quote')

  /** The middle of some words that stand within one element of the text. */
  async pointOf(words: string): Promise<{ x: number; y: number }> {
    const point = await this.page.evaluate((wanted) => {
      const walker = document.createTreeWalker(
        document.querySelector('.text') ?? document.body,
        NodeFilter.SHOW_TEXT
      )
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted)
        if (at === -1) continue
        node.parentElement?.scrollIntoView({ block: 'center' })
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.length)
        const box = range.getClientRects()[0]
        if (box) return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
      }
      return null
    }, words)
    if (!point) throw new Error(`the window shows no “${words}”`)
    return point
  }

  /** Clicks on words of the text, once or several times. */
  async clickOn(words: string, clickCount = 1): Promise<void> {
    const { x, y } = await this.pointOf(words)
    await this.page.mouse.click(x, y, { clickCount, delay: 25 })
  }

  /** Presses keys one after another. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Selects a passage and gives it a theme, found or created by typing. */
  async code(words: string, theme: string): Promise<void> {
    await this.drag(words)
    await this.page.keyboard.press('/')
    await this.picker().fill(theme)
    await this.page.keyboard.press('Enter')
    await this.marks()
      .filter({ hasText: words.slice(0, 12) })
      .first()
      .waitFor()
  }

  /** Corrects a paragraph, found by some of its words; it is done when its highlights have been looked for. */
  async correct(words: string, change: (text: string) => string): Promise<void> {
    await this.page.locator('.text .block', { hasText: words }).first().click()
    await this.press('Control+Shift+e')
    const field = this.page.locator('.correct-text')
    await field.fill(change(await field.inputValue()))
    await this.page.locator('.dialog-foot .primary').click()
    await field.waitFor({ state: 'detached' })
  }

  /** Drops files or folders from the desktop on the window. */
  async drop(...paths: string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: paths, dragOperationsMask: 1 }
    const middle = await this.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }))
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...middle, data })
    await session.detach()
  }

  /** What the next native save dialog will answer. */
  async answerSave(filePath: string): Promise<void> {
    await this.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, filePath)
  }

  /** What the next native open dialog will answer. */
  async answerOpen(...filePaths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths })
    }, filePaths)
  }

  /** What native open dialogs will answer, one after another. */
  async answerOpenInTurn(...paths: string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, answers) => {
      const left = [...answers]
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: left.splice(0, 1) })
    }, paths)
  }

  readonly exportPreview = () => this.page.locator('.export-preview')

  /** Chooses a format on the export desk, and waits until its preview is there. */
  async exportAs(format: string): Promise<void> {
    await this.page.locator(`.export-formats input[value="${format}"]`).check()
    await this.exportShown()
  }

  /** Waits until what the export desk shows is what is chosen there. */
  async exportShown(): Promise<void> {
    await this.page.locator('.export-middle[aria-busy="false"]').waitFor()
  }

  /** Saves what stands on the export desk under a name. */
  async saveExport(file: string): Promise<void> {
    await this.answerSave(file)
    await this.page.locator('.export-save').click()
    await this.toast().filter({ hasText: file }).waitFor()
  }

  async setAppearance(
    appearance: 'light' | 'sepia' | 'dark',
    language: 'en' | 'zh-CN' = 'en',
    scale = 1
  ): Promise<void> {
    await this.page.locator('.bar-button', { hasText: /^Aa$/ }).click()
    const menu = this.page.locator('.popover.appearance')
    const choose = (group: number, at: number) =>
      menu.locator('fieldset').nth(group).locator('label').nth(at).click()
    await choose(0, ['light', 'sepia', 'dark'].indexOf(appearance))
    await choose(1, ['en', 'zh-CN'].indexOf(language))
    await menu
      .locator('input[type="range"]')
      .first()
      .fill(String(Math.round(scale * 100)))
    await this.page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await this.page
      .locator(`html[data-appearance="${appearance}"][lang="${language}"]`)
      .waitFor({ state: 'attached' })
  }

  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const field = this.page.locator('.palette input')
    await field.fill(name)
    await this.page.locator('.palette li').first().filter({ hasText: name }).waitFor()
    await this.page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
  }
}
