'use client'

import { useEffect } from 'react'

/** The buttons beside drawings, wherever they are: what makes a file of one is fetched when the first is pressed. */
export function PictureKeeper() {
  useEffect(() => {
    const keep = async ({ target }: MouseEvent) => {
      const button = (target as Element).closest<HTMLElement>('[data-keep]')
      const picture = button?.closest<HTMLElement>('[data-picture]')
      const drawn = picture?.querySelector('svg')
      if (!button || !picture || !drawn) return
      const { keepPicture } = await import('./picture-file')
      const { name = '', file = '' } = picture.dataset
      await keepPicture(drawn, { name, file }, button.dataset.keep === 'png' ? 'png' : 'svg')
    }
    document.addEventListener('click', keep)
    return () => document.removeEventListener('click', keep)
  }, [])
  return null
}
