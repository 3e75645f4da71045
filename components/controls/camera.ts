const FRAME = 100;

/**
 * Hands out frames of the reader's camera until it is stopped, be it before the reader has allowed
 * it. Returns what stops it.
 * @param onFailure called if there is no camera, or the page may not use it
 */
export function openCamera(
  onFrame: (video: HTMLVideoElement) => void,
  onFailure: () => void,
): () => void {
  const video = document.createElement('video');
  video.muted = true;
  let stopped = false;
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function stop(): void {
    stopped = true;
    clearInterval(timer);
    stream?.getTracks().forEach((track) => track.stop());
  }

  async function start(): Promise<void> {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } });
    if (stopped) return stop();
    video.srcObject = stream;
    await video.play();
    if (stopped) return;
    timer = setInterval(() => {
      if (!document.hidden && video.videoWidth > 0) onFrame(video);
    }, FRAME);
  }

  start().catch(() => {
    if (stopped) return;
    stop();
    onFailure();
  });
  return stop;
}
