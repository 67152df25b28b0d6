import type { EvidenceWords } from './evidence-data'

interface PageWords {
  readonly title: string
  readonly explains: readonly string[]
  readonly zip: string
  readonly folder: string
  readonly excerpts: string
  readonly chosen: string
  readonly made: string
  readonly coders: string
  readonly noScript: string
  readonly state: (change: number, version: string) => string
  readonly page: EvidenceWords
}

/** What the page that checks an evidence bundle says. */
export const evidenceWords: Readonly<Record<'en' | 'zh-CN', PageWords>> = {
  en: {
    title: 'Evidence',
    explains: [
      'This page works by itself, without a network. It holds the cited texts and the quotations. It has just checked that each text matches its SHA-256, and that each quotation is in its text, word for word, at its place.',
      'It has not looked at the files beside it yet. Choose the archive or its folder below, or drop it on this page. The page then checks every file against the manifest.',
      'If somebody changed a text, its checksum, the quotation and the manifest together, this page could not tell. The fingerprint is the checksum of the manifest. Compare it with the one that you received in another way.'
    ],
    zip: 'Check the archive (zip)',
    folder: 'Check the unpacked folder',
    excerpts: 'The excerpts',
    chosen: 'Chosen by',
    made: 'Made',
    coders: 'Coded by',
    noScript: 'The check needs scripts, which are off in this browser.',
    state: (change, version) => `change ${change} of the project, Variorum ${version}`,
    page: {
      embedded: 'In this page',
      dropped: 'In the files that you chose',
      allWell: 'All is as it was when the bundle was made.',
      notWell: 'Something is not as it was when the bundle was made.',
      quotesStand: '{n} of {of} quotations are in their texts.',
      filesSound: '{n} of {of} files are as the manifest says.',
      fingerprint: 'Fingerprint (SHA-256 of the manifest):',
      unreadable: 'This cannot be read.',
      noBundle: 'There is no manifest in it. Choose the whole archive or the whole folder.',
      states: {
        sound: 'as it was',
        altered: 'altered',
        missing: 'missing',
        unknown: 'not in the manifest',
        stands: 'in its text',
        noText: 'its text is missing or altered'
      }
    }
  },
  'zh-CN': {
    title: '证据',
    explains: [
      '本页无需网络即可独立使用。其中含有所引文本和引文，刚才已检查：每个文本与其 SHA-256 相符，每条引文逐字位于其文本的原处。',
      '旁边的文件尚未检查。请在下面选择压缩包或其文件夹，或拖到本页：届时将逐一与清单核对。',
      '如果有人同时改动文本、校验和、引文和清单，本页无法发现。指纹是清单的校验和：请与您从其他途径得到的指纹比对。'
    ],
    zip: '检查压缩包（zip）',
    folder: '检查解压后的文件夹',
    excerpts: '摘录',
    chosen: '选择依据',
    made: '生成时间',
    coders: '编码者',
    noScript: '检查需要脚本，而此浏览器已停用脚本。',
    state: (change, version) => `项目的第 ${change} 次修改，Variorum ${version}`,
    page: {
      embedded: '本页之内',
      dropped: '所选文件',
      allWell: '一切都与证据包生成时相同。',
      notWell: '有内容与证据包生成时不同。',
      quotesStand: '{of} 条引文中有 {n} 条位于其文本中。',
      filesSound: '{of} 个文件中有 {n} 个与清单相符。',
      fingerprint: '指纹（清单的 SHA-256）：',
      unreadable: '无法读取。',
      noBundle: '其中没有清单。请选择整个压缩包或整个文件夹。',
      states: {
        sound: '未变',
        altered: '已改动',
        missing: '缺失',
        unknown: '不在清单中',
        stands: '相符',
        noText: '其文本缺失或已改动'
      }
    }
  }
}
