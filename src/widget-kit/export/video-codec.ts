export const videoFormats = ['mp4', 'webm'] as const;

export type VideoFormat = (typeof videoFormats)[number];

export type VideoCodecName = 'avc' | 'vp9' | 'vp8';

export const codecNames: Readonly<Record<VideoCodecName, string>> = {
  avc: 'H.264',
  vp9: 'VP9',
  vp8: 'VP8',
};

/** What slide programs play: H.264 in MP4; in WebM the newer of the two that everybody plays. */
const codecs: Readonly<Record<VideoFormat, readonly VideoCodecName[]>> = {
  mp4: ['avc'],
  webm: ['vp9', 'vp8'],
};

/** Of the highest level that a figure can need. */
export const fullNames: Readonly<Record<VideoCodecName, string>> = {
  avc: 'avc1.640033',
  vp9: 'vp09.00.51.08',
  vp8: 'vp8',
};

/** What a graphics processor makes of a film is not the same everywhere, nor every time. */
export const inSoftware = { hardwareAcceleration: 'prefer-software' } as const;

/** The codec of a format that this browser encodes; undefined if it encodes none. */
export async function codecOf(format: VideoFormat): Promise<VideoCodecName | undefined> {
  if (typeof VideoEncoder === 'undefined') return undefined;
  for (const name of codecs[format]) {
    const config = { codec: fullNames[name], width: 1280, height: 720 };
    const answer = await VideoEncoder.isConfigSupported(config).catch(() => undefined);
    if (answer?.supported) return name;
  }
  return undefined;
}
