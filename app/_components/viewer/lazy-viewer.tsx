'use client';

import dynamic from 'next/dynamic';

/** The viewer, whose script comes only where there are images: drawn by the server all the same. */
export const LazyViewer = dynamic(() => import('./viewer.tsx').then((module) => module.Viewer));
