// SPDX-License-Identifier: Apache-2.0
/** 32 random bytes in hex: what one party gives to the seed. */
export const newShare = (): string => Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('');
