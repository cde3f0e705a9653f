// SPDX-License-Identifier: Apache-2.0
// For tests: a directory of one's own with a worker that tells a PDF from a photo.
#pragma once

#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace anping::practice::testing {

class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "anping-practice-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
        path = pattern;
        // A worker that tells a PDF from a photo by its first byte.
        std::ofstream(path + "/worker") << R"sh(#!/bin/sh
case "$1" in
read) case "$(head -c 1 "$2")" in %) type=application/pdf ;; P) type=application/vnd.openxmlformats-officedocument.wordprocessingml.document ;; *) type=image/jpeg ;; esac
  printf '{"camera":"","height":2,"latitude":"","longitude":"","media_type":"%s","pages":1,"problem":"","taken_at":"","width":1}\n' "$type" ;;
page) printf '\211PNG\r\n\032\npage %s' "$3" > "$4/page.png" ;;
esac
)sh";
        ::chmod((path + "/worker").c_str(), 0700);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::string path;
};

}  // namespace anping::practice::testing
