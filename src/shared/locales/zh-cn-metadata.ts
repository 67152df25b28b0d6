import type { Catalogue } from './en'

/** What is known of a text, and how it is cited. */
export const zhCNMetadata: Pick<Catalogue, 'citation' | 'citing' | 'excerpt' | 'csl' | 'metadata'> = {
  citation: {
    paragraph: '第 {{n}} 段',
    paragraphSentence: '第 {{n}} 段第 {{s}} 句',
    page: '第 {{n}} 页',
    heading: '标题',
    unnumbered: '不在编号段落内',
    undated: '无日期',
    earlier: '文本的先前状态，{{date}}'
  },
  citing: {
    style: '引注样式',
    openStyle: '打开样式文件（.csl）…',
    opened: '现在可以选用“{{name}}”。',
    reads: '引用时的样子',
    entry: '书目条目'
  },
  excerpt: {
    title: '摘录',
    sentence: '所在句',
    themes: '主题',
    memo: '备忘',
    quality: '措辞',
    leftOut: '略去'
  },
  csl: {
    type: '出版物类型',
    author: '作者',
    editor: '编者',
    translator: '译者',
    'original-author': '原作者',
    'original-title': '原标题',
    'original-date': '原文日期',
    'original-publisher': '原出版者',
    'container-title': '所载刊物、网站或书籍',
    'collection-title': '丛书',
    'publisher-place': '出版地',
    genre: '体裁',
    edition: '版次',
    volume: '卷',
    issue: '期',
    number: '编号',
    page: '页码',
    archive: '馆藏',
    archive_location: '馆藏号',
    DOI: 'DOI',
    ISBN: 'ISBN',
    ISSN: 'ISSN',
    URL: '网址（URL）',
    accessed: '访问日期'
  },
  metadata: {
    heading: '元数据',
    title: '标题',
    language: '语言',
    rendering: '文本类别',
    published: '发布日期',
    event: '事件日期',
    publisher: '发布者或网站',
    source: '来源或网址',
    credit: '图片署名',
    notes: '备注',
    work: '所属作品',
    noWork: '— 独立文本 —',
    attributes: '属性',
    newAttribute: '新属性',
    attributeType: '“{{name}}”的类型',
    attributeTypes: {
      text: '文本',
      number: '数字',
      date: '日期',
      truth: '是或否',
      choice: '列表中的一项'
    },
    attributeChoices: '“{{name}}”的取值，每行一个',
    attributeUnfit: '该值不符合其类型。',
    yes: '是',
    no: '否',
    proposed: '推测',
    confirmHint: '这是软件推测的。点按即确认。仅属推测的内容不会写入引文。',
    record: '引文信息',
    namesHint: '姓, 名；下一位',
    anotherWork: '也属于另一作品…',
    dateHint: '年、年-月或年-月-日',
    dateWrong: '请将日期写作 2018、2018-12 或 2018-12-05。',
    titleWrong: '文本需要标题。',
    languageWrong: '请用代码填写语言：en、fr、zh-Hans。'
  }
}
