import type { ReactNode } from 'react';
import { SiteFrame } from '#app/_components/site-frame.tsx';

/** The reading room: header, page, footer. */
export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteFrame>{children}</SiteFrame>;
}
