/** Request headers by which the proxy tells pages of the session. */
export const formHeader = 'x-eli4u-form';
export const sessionEndHeader = 'x-eli4u-session-end';
