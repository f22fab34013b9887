// Command verify reads cases, one JSON object a line, and answers each with 1 or 0: whether golang.org/x/mod/sumdb/note
// accepts the note and golang.org/x/mod/sumdb/tlog the proof.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proof struct {
	Key, Note, Leaf, Index, Origin string
	Hashes                         []string
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.Scan() {
		var p proof
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			panic(err)
		}
		if err := check(p); err != nil {
			fmt.Fprintln(out, "0 "+strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Fprintln(out, "1")
		}
	}
}

func check(p proof) error {
	key, err := note.NewVerifier(p.Key)
	if err != nil {
		return err
	}
	opened, err := note.Open([]byte(p.Note), note.VerifierList(key))
	if err != nil {
		return err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 3 || lines[0] != p.Origin {
		return fmt.Errorf("not a checkpoint of %s", p.Origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return err
	}
	leaf, err := base64.StdEncoding.DecodeString(p.Leaf)
	if err != nil {
		return err
	}
	index, err := strconv.ParseInt(p.Index, 10, 64)
	if err != nil {
		return err
	}
	var hashes tlog.RecordProof
	for _, text := range p.Hashes {
		hash, err := tlog.ParseHash(text)
		if err != nil {
			return err
		}
		hashes = append(hashes, hash)
	}
	return tlog.CheckRecord(hashes, size, root, index, tlog.RecordHash(leaf))
}
