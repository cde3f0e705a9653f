# SPDX-License-Identifier: Apache-2.0
"""The tree of RFC 9162 once more, from the text of the RFC: an oracle that shares no code with the program."""
import hashlib


def digest(name, data):
    return hashlib.new(name, data).digest()


def leaf_hash(name, body):
    return digest(name, b"\x00" + body)


def node_hash(name, left, right):
    return digest(name, b"\x01" + left + right)


def root_from_inclusion(name, leaf, index, size, proof):
    """RFC 9162, 2.1.3.2. None when the proof has the wrong shape."""
    if not 0 <= index < size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = node_hash(name, p, r)
            while fn and not fn & 1:
                fn >>= 1
                sn >>= 1
        else:
            r = node_hash(name, r, p)
        fn >>= 1
        sn >>= 1
    return r if sn == 0 else None


class Tree:
    """Grows leaf by leaf and remembers the root at every size."""

    def __init__(self, name="sm3"):
        self.name = name
        self.leaves = []
        self.roots = [digest(name, b"")]
        self._edge = []  # roots of complete subtrees, largest first, with their sizes

    def append(self, leaf):
        self.leaves.append(leaf)
        size = 1
        while self._edge and self._edge[-1][0] == size:
            leaf = node_hash(self.name, self._edge.pop()[1], leaf)
            size *= 2
        self._edge.append((size, leaf))
        root = self._edge[-1][1]
        for _, left in reversed(self._edge[:-1]):
            root = node_hash(self.name, left, root)
        self.roots.append(root)

    def problem_of(self, receipt):
        """None when the receipt is true of this tree, otherwise what is wrong with it."""
        entry, size = receipt["entry"], receipt["size"]
        if receipt["hash"] != self.name:
            return "names the hash " + receipt["hash"]
        if size > len(self.leaves):
            return f"promises {size} entries, the ledger has {len(self.leaves)}"
        leaf = bytes.fromhex(receipt["leaf"])
        if self.leaves[entry] != leaf:
            return "its leaf is not the entry's"
        root = bytes.fromhex(receipt["root"])
        if self.roots[size] != root:
            return f"its root is not the ledger's at {size} entries"
        proof = [bytes.fromhex(p) for p in receipt["proof"]]
        if root_from_inclusion(self.name, leaf, entry, size, proof) != root:
            return "its proof does not lead to its root"
        return None
