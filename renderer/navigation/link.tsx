// A link to a page of the window: a real anchor, so that it can be copied, focused and read aloud.
import type { AnchorHTMLAttributes, ReactNode } from 'react';
import { useRouter } from '../state/window-parts.tsx';
import { hashOf, type Route } from './route.ts';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { to: Route; children: ReactNode };

export function Link({ to, children, ...rest }: LinkProps) {
  const router = useRouter();
  return (
    <a
      href={hashOf(to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        router.go(to);
      }}
      {...rest}
    >
      {children}
    </a>
  );
}
