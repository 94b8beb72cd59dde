import { Missing } from '#app/_components/missing.tsx';
import { SiteFrame } from '#app/_components/site-frame.tsx';

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <SiteFrame>
      <Missing />
    </SiteFrame>
  );
}
