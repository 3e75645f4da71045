import type { Strings } from './translate.ts';

/**
 * Words of the panel that takes a figure elsewhere. They come with the panel when it is opened, not
 * with every page: in both languages they weigh as much as many a figure's own words.
 */
export const copyStrings = {
  en: {
    tool: 'Copy for',
    'group.slides': 'Slides, alive',
    'group.pages': 'Pages and notebooks, alive',
    'group.film': 'Slides, as a film',
    'group.article': 'Articles, as an animation',
    'name.html': 'HTML page',
    'name.iframe': 'HTML without scripts (iframe)',
    'how.html':
      'Paste both lines where the figure is to stand. It loads when it comes near the view and takes the height that it needs.',
    'how.iframe':
      'For websites that take no scripts. A frame cannot size itself: change its height to suit.',
    'how.reveal':
      'Paste this slide between the others in the HTML of the deck. The keys go on turning the slides.',
    'how.quarto':
      'Paste the block into a slide or section of the .qmd file. It shows in HTML formats, revealjs among them.',
    'how.slidev': 'Paste this into a slide of slides.md. Nothing has to be installed or set.',
    'how.marp':
      'Paste this into a slide and convert with “marp --html”. In VS Code, set “markdown.marp.html” to “all” and export. For a PDF, open the HTML with “?print-pdf” behind its address and print it when the figures are there.',
    'how.jupyter':
      'Run this in a cell. In a notebook that is opened later, run it again or trust the notebook.',
    'how.notion':
      'Type /embed, paste the address and press “Embed link”. Drag the lower edge to size it.',
    'how.moodle':
      'Open the editor’s source code and paste this there. The editor strips scripts, so the figure comes in a frame.',
    'how.powerpoint':
      'Save the film with {export} → MP4. Then Insert → Video → This Device; under Playback let it start automatically and loop.',
    'how.keynote':
      'Save the film with {export} → MP4 and drag it onto the slide. Under Format → Movie let it start by itself and loop.',
    'how.google-slides':
      'Save the film with {export} → MP4 and upload it to Google Drive. Then Insert → Video → Google Drive.',
    'how.qiita':
      'Save the animation with {export} → GIF and drop it into the editor. Paste the link below on a line of its own: it becomes a card. Qiita shows no frames of other sites.',
    'how.zenn':
      'Save the animation with {export} → GIF and drop it into the editor. Paste the link below on a line of its own: it becomes a card. Zenn shows no frames of other sites.',
    live: 'Beside it, the QR code or the link leads to the living figure.',
    qrPng: 'QR code, PNG',
    qrSvg: 'QR code, SVG',
    language: 'Language',
    theme: 'Theme',
    'theme.auto': 'the reader’s',
    'theme.light': 'light',
    'theme.dark': 'dark',
    'theme.projector': 'projector',
    ui: 'Frame',
    'ui.full': 'all',
    'ui.min': 'playback only',
    'ui.none': 'none',
    size: 'Size',
    'size.auto': 'fits its place',
    controls: 'Controls',
    'controls.all': 'all of them',
    'controls.some': 'only: {names}',
    programming: 'Set, read and follow the figure from a program',
  },
  ja: {
    tool: '貼り付け先',
    'group.slides': 'スライド（動く図のまま）',
    'group.pages': 'ページ・ノートブック（動く図のまま）',
    'group.film': 'スライド（動画）',
    'group.article': '記事（アニメーション）',
    'name.html': 'HTMLのページ',
    'name.iframe': 'スクリプトなしのHTML（iframe）',
    'how.html':
      '2行とも、図を置きたい場所に貼り付けてください。画面に近づくと読み込まれ、高さは図に合わせて決まります。',
    'how.iframe':
      'スクリプトを使えないサイト向けです。高さは自動では決まらないので、数値を調整してください。',
    'how.reveal':
      'このスライドを、HTMLのほかのスライドの間に貼り付けてください。キーでのページ送りはそのまま使えます。',
    'how.quarto':
      '.qmdファイルのスライドか節に、ブロックごと貼り付けてください。revealjsなど、HTMLの出力で表示されます。',
    'how.slidev': 'slides.mdのスライドに貼り付けてください。インストールも設定も要りません。',
    'how.marp':
      'スライドに貼り付け、「marp --html」で変換してください。VS Codeでは設定「markdown.marp.html」を「all」にして書き出します。PDFにするには、HTMLのアドレスに「?print-pdf」を付けて開き、図がそろってから印刷してください。',
    'how.jupyter':
      'セルに貼り付けて実行してください。後日開いたノートブックでは、もう一度実行するか、ノートブックを信頼済みにします。',
    'how.notion':
      '「/embed」と入力し、このアドレスを貼り付けて確定します。高さは下の縁をドラッグして決められます。',
    'how.moodle':
      'エディターのソースコード表示を開き、そこに貼り付けてください。スクリプトは取り除かれるので、iframeで埋め込みます。',
    'how.powerpoint':
      '{export} → MP4で動画を保存し、「挿入」→「ビデオ」→「このデバイス」で入れます。「再生」タブで自動再生と繰り返しを選びます。',
    'how.keynote':
      '{export} → MP4で動画を保存し、スライドにドラッグします。「フォーマット」→「ムービー」で自動再生とループを選びます。',
    'how.google-slides':
      '{export} → MP4で動画を保存してGoogleドライブに置き、「挿入」→「動画」→「Googleドライブ」で入れます。',
    'how.qiita':
      '{export} → GIFでアニメーションを保存し、エディターにドロップします。下のリンクは、前後を空けて1行に貼るとカードになります。Qiitaではよそのサイトのiframeは使えません。',
    'how.zenn':
      '{export} → GIFでアニメーションを保存し、エディターにドロップします。下のリンクは、前後を空けて1行に貼るとカードになります。Zennではよそのサイトのiframeは使えません。',
    live: 'QRコードかリンクを添えておけば、そこから動く図を開けます。',
    qrPng: 'QRコード（PNG）',
    qrSvg: 'QRコード（SVG）',
    language: '言語',
    theme: '配色',
    'theme.auto': '見る人に合わせる',
    'theme.light': '明るい',
    'theme.dark': '暗い',
    'theme.projector': '投影用',
    ui: '枠',
    'ui.full': 'すべて',
    'ui.min': '再生だけ',
    'ui.none': 'なし',
    size: '大きさ',
    'size.auto': '場所に合わせる',
    controls: '操作部',
    'controls.all': 'すべて',
    'controls.some': '{names}だけ',
    programming: 'プログラムから図を動かし、値を読み取るには',
  },
} as const satisfies Strings;

export type CopyKey = keyof (typeof copyStrings)['en'];
