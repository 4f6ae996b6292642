import { useEffect, useRef } from 'react';
import { pastedFile } from './pasted-file.ts';

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Gives files that are pasted on the page, or a pasted text as a file; what is pasted where one types stays there. */
export function usePaste(receive: (files: readonly File[]) => void): void {
  const last = useRef(receive);
  useEffect(() => {
    last.current = receive;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData } = event;
      if (clipboardData === null || takesText(event.target)) return;
      const files = [...clipboardData.files];
      const text = clipboardData.getData('text/plain');
      if (files.length > 0) last.current(files);
      else if (text.trim() !== '') last.current([pastedFile(text)]);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
