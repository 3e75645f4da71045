import type { Strings } from './translate.ts';

/**
 * Words of the form that makes pictures and films. They come with it when it is opened, in both languages:
 * a page has no room for what few of its readers open.
 */
export const filmStrings = {
  en: {
    subject: 'shows',
    timeline: 'every step',
    turn: 'one turn',
    scale: 'size',
    width: 'width',
    rate: 'speed',
    perSecond: 'frames a second',
    hold: 'end stays',
    seconds: 'lasts',
    second: 's',
    caption: 'caption',
    none: 'none',
    by: 'Encoded as {codec}.',
    'no.mp4': 'This browser does not encode H.264, which an MP4 for slides needs; WebM may work.',
    'no.webm': 'This browser does not encode video; a GIF will do.',
    save: 'Save',
    cancel: 'Cancel',
    progress: 'How far the film is',
    failed: 'That could not be made here: {reason}',
    nothing: 'Nothing moves in this figure.',
    changed: 'The figure was changed meanwhile; there is no film.',
    flat: 'There is no 3-D picture here that could turn.',
    codec: 'This browser does not encode that format.',
    large:
      'An MP4 of this figure is at most {width} px wide: H.264 has no larger frames. A WebM can be larger.',
    words: 'The words of the other language cannot be had without a network.',
  },
  ja: {
    subject: '内容',
    timeline: '全ステップ',
    turn: '視点を1周',
    scale: '大きさ',
    width: '幅',
    rate: '速さ',
    perSecond: 'コマ/秒',
    hold: '最後の静止',
    seconds: '長さ',
    second: '秒',
    caption: '説明文',
    none: 'なし',
    by: '{codec}で符号化します。',
    'no.mp4':
      'スライド用のMP4に必要なH.264を、このブラウザーは符号化できません。WebMをお試しください。',
    'no.webm': 'このブラウザーは動画を符号化できません。GIFをお使いください。',
    save: '保存',
    cancel: '中止',
    progress: '動画の進み具合',
    failed: '作れませんでした：{reason}',
    nothing: 'この図には動く部分がありません。',
    changed: '途中で図が変わったため、動画は作りませんでした。',
    flat: '回せる立体図がここにはありません。',
    codec: 'このブラウザーはその形式を符号化できません。',
    large:
      'この図のMP4は、H.264の1コマの上限のため、幅{width} pxまでです。WebMならもっと大きくできます。',
    words: 'もう一方の言語の説明文は、通信できないため取得できませんでした。',
  },
} as const satisfies Strings;

export type FilmKey = keyof (typeof filmStrings)['en'];
